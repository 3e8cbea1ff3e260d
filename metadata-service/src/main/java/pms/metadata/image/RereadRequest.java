package pms.metadata.image;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Which images: these, or all of some types, or all.
 *
 * @param types such as {@code image/heic}, which an earlier release could not read
 */
record RereadRequest(
    @Size(min = 1, max = 10_000) List<@NotNull UUID> ids, @Size(min = 1, max = 50) List<@NotNull String> types, Boolean all) {

  boolean isOneOfThem() {
    return (ids == null ? 0 : 1) + (types == null ? 0 : 1) + (Boolean.TRUE.equals(all) ? 1 : 0) == 1;
  }
}
