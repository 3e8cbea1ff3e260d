package pms.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directions in which code may depend, and what every service promises by its shape. */
class ArchitectureTest {

  private static final List<String> SERVICES =
      List.of("upload", "metadata", "processing", "search", "sharing", "gateway");
  private static final String[] ROUTES = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"};

  private static JavaClasses code;

  @BeforeAll
  static void read_what_was_built() {
    Path root = Path.of(System.getProperty("pms.root", ".."));
    List<Path> folders =
        Stream.concat(Stream.of("contracts", "service-kit"), SERVICES.stream().map(name -> name + "-service"))
            .map(module -> root.resolve(module).resolve("target/classes"))
            .filter(Files::isDirectory)
            .toList();
    code = new ClassFileImporter().importPaths(folders);
  }

  static Stream<String> services() {
    return SERVICES.stream();
  }

  @Test
  void the_vocabulary_knows_nothing_but_the_jdk_and_json() {
    classes().that().resideInAPackage("pms.contracts..").should().onlyDependOnClassesThat(
        resideInAnyPackage("java..", "pms.contracts..", "com.fasterxml.jackson..", "com.fasterxml.uuid..")).check(code);
  }

  @Test
  void the_plumbing_knows_no_service_and_no_test_platform() {
    noClasses().that().resideInAPackage("pms.kit..").should().dependOnClassesThat(
        resideInAPackage("pms..").and(not(resideInAnyPackage("pms.kit..", "pms.contracts..")))).check(code);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_knows_no_other_service(String service) {
    String own = "pms." + service + "..";
    noClasses().that().resideInAPackage(own).should().dependOnClassesThat(
        resideInAPackage("pms..").and(not(resideInAnyPackage(own, "pms.kit..", "pms.contracts..")))).check(code);
  }

  @Test
  void every_route_says_who_may_take_it() {
    methods().that(isARoute()).and().areDeclaredInClassesThat().areNotInterfaces()
        .should().beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
        .orShould().beAnnotatedWith("jakarta.annotation.security.PermitAll")
        .orShould().beDeclaredInClassesThat().areAnnotatedWith("jakarta.annotation.security.RolesAllowed").check(code);
  }

  /** Quarkus passes over the others with no more than a warning. */
  @Test
  void every_route_is_public() {
    methods().that(isARoute()).should().bePublic().check(code);
  }

  @Test
  void beans_get_what_they_need_by_constructor() {
    fields().should().notBeAnnotatedWith("jakarta.inject.Inject").check(code);
  }

  @Test
  void entities_stay_in_their_feature() {
    classes().that().areAnnotatedWith("jakarta.persistence.Entity").should(beUsedInTheirPackageOnly()).check(code);
  }

  @Test
  void nothing_reads_java_serialization_or_starts_a_shell() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class)
        .orShould().callMethod(Runtime.class, "exec", String.class).check(code);
  }

  private static ArchCondition<JavaClass> beUsedInTheirPackageOnly() {
    return new ArchCondition<>("be used in their package only") {
      @Override
      public void check(JavaClass entity, ConditionEvents events) {
        entity.getDirectDependenciesToSelf().stream()
            .filter(use -> use.getOriginClass().getPackageName().startsWith("pms."))
            .filter(use -> !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
      }
    };
  }

  private static DescribedPredicate<JavaMethod> isARoute() {
    DescribedPredicate<JavaMethod> any = DescribedPredicate.alwaysFalse();
    for (String route : ROUTES) {
      any = any.or(annotatedWith("jakarta.ws.rs." + route).forSubtype());
    }
    return any.as("are routes");
  }
}
