package pms.contracts;

/**
 * How a picture was exposed; null where the file does not tell.
 *
 * @param time seconds
 * @param aperture f-number
 * @param focalLength millimetres
 * @param focalLength35 millimetres, as on 35 mm film
 */
public record Exposure(Integer iso, Double time, Double aperture, Double focalLength, Double focalLength35, Boolean flash) {}
