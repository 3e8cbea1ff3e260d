package pms.processing.image;

import pms.processing.recipe.Recipe;
import pms.processing.render.Dimensions;

/**
 * A version as it can be rendered.
 *
 * @param original size of the original, upright
 * @param size after the recipe
 */
public record Edition(int version, Recipe recipe, Dimensions original, Dimensions size) {}
