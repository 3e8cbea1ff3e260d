package pms.processing.image;

import pms.processing.recipe.Recipe;
import pms.processing.render.Dimensions;

/**
 * A version as it can be rendered.
 *
 * @param picture with the original that the version is made from
 * @param original size of that original, upright
 * @param size after the recipe
 */
public record Edition(Picture picture, int version, Recipe recipe, Dimensions original, Dimensions size) {}
