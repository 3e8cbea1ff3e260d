package pms.processing.version;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.processing.ProcessingConfig;
import pms.processing.image.Darkroom;
import pms.processing.image.Edition;
import pms.processing.image.NewVersion;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.VersionView;
import pms.processing.image.Versions;
import pms.processing.recipe.Recipe;
import pms.processing.recipe.RecipeReader;
import pms.processing.render.Dimensions;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.transform.RenderCosts;

/** New versions of pictures, and how they would look. */
@ApplicationScoped
class Edits {

  /** Pictures of one transaction: nobody waits long for a lock. */
  private static final int BATCH = 50;

  private final Pictures pictures;
  private final Versions versions;
  private final Darkroom darkroom;
  private final RenderCosts costs;
  private final ProcessingConfig config;

  Edits(Pictures pictures, Versions versions, Darkroom darkroom, RenderCosts costs, ProcessingConfig config) {
    this.pictures = pictures;
    this.versions = versions;
    this.darkroom = darkroom;
    this.costs = costs;
    this.config = config;
  }

  VersionView edit(UUID id, EditRequest request, IfMatch expected, Caller caller) {
    Picture picture = editable(id, expected, caller);
    Edition base = versions.base(picture);
    NewVersion wanted = wanted(base, request.operations(), request.note(), expected, Author.of(caller));
    costs.charge(caller, base.original(), wanted.size());
    return versions.add(picture, wanted);
  }

  /** Who bases on what is no longer current is told so first, and pays nothing; under the lock it is looked at again. */
  private Picture editable(UUID id, IfMatch expected, Caller caller) {
    Picture picture = pictures.editable(id, caller);
    if (!expected.matches(picture.current())) {
      throw Problem.changedMeanwhile();
    }
    return picture;
  }

  /** One recipe for many pictures of its author's own, some at a time. */
  List<Versions.Outcome> editAll(BulkEditRequest request, Author author) {
    costs.chargeTogether(author.id(), request.ids().size());
    List<Versions.Outcome> outcomes = new ArrayList<>();
    for (int from = 0; from < request.ids().size(); from += BATCH) {
      List<UUID> batch = request.ids().subList(from, Math.min(from + BATCH, request.ids().size()));
      outcomes.addAll(versions.addToAll(
          author.id(), batch, base -> wanted(base, request.operations(), request.note(), _ -> true, author), author.job()));
    }
    return outcomes;
  }

  private NewVersion wanted(Edition base, JsonNode operations, String note, NewVersion.Expected expected, Author author) {
    Recipe recipe = new RecipeReader(base.original(), darkroom.pixelLimit()).read(operations);
    return new NewVersion(
        recipe, after(recipe, base.original()), base.version(), note, author.id(), author.name(), Optional.empty(), expected);
  }

  VersionView revert(UUID id, int number, String note, IfMatch expected, Caller caller) {
    Picture picture = editable(id, expected, caller);
    Edition back = versions.edition(picture, number);
    costs.charge(caller, back.original(), back.size());
    return versions.add(
        picture,
        new NewVersion(
            back.recipe(), back.size(), back.picture().root(), note, caller.id(), caller.name(), Optional.of(number), expected));
  }

  /** Nothing is saved. */
  Preview preview(UUID id, PreviewRequest request, Caller caller) {
    Output output = request.output(darkroom.writes(), config.quality());
    Picture picture = pictures.editable(id, caller);
    Dimensions original = versions.base(picture).original();
    Recipe recipe = new RecipeReader(original, darkroom.pixelLimit()).read(request.operations());
    costs.charge(caller, original, output.size(after(recipe, original)));
    return darkroom.develop(
        picture, recipe, output, file -> new Preview(file.format(), file.width(), file.height(), Files.readAllBytes(file.path())));
  }

  /** A picture in memory, a few hundred kilobytes; it lives as long as the answer. */
  record Preview(String format, int width, int height, byte[] bytes) {}

  private static Dimensions after(Recipe recipe, Dimensions original) {
    Dimensions now = original;
    for (Operation operation : recipe.operations()) {
      now = operation.after(now);
    }
    return now;
  }
}
