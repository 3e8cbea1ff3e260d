package pms.contracts;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** New ids: UUID version 7, so that they sort by time and keep database indexes compact. */
public final class Ids {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  public static UUID next() {
    return GENERATOR.generate();
  }

  private Ids() {}
}
