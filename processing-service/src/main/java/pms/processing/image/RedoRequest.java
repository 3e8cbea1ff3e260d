package pms.processing.image;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param state which versions to render once more; only {@code failed} for now */
record RedoRequest(@NotNull @Pattern(regexp = "failed", message = "must be failed") String state) {}
