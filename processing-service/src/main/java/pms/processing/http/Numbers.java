package pms.processing.http;

import pms.kit.problem.Problem;

/** Numbers in addresses: read strictly, and refused by the parameter's name. */
public final class Numbers {

  /** @return null if the parameter is not there */
  public static Integer of(String parameter, String value, int least, int most) {
    if (value == null) {
      return null;
    }
    if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
      throw Problem.invalid(parameter, "is a whole number from " + least + " to " + most);
    }
    return Integer.valueOf(value);
  }

  /** A version's number. */
  public static Integer version(String value) {
    if (value != null && !value.matches("[1-9]\\d{0,8}")) {
      throw Problem.invalid("version", "is a whole number from 1 on");
    }
    return value == null ? null : Integer.valueOf(value);
  }

  private Numbers() {}
}
