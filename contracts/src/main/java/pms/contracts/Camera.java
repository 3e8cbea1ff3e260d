package pms.contracts;

/** Make, model and lens as people call them; null where the file does not tell. */
public record Camera(String make, String model, String lens) {}
