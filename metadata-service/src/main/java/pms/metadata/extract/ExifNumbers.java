package pms.metadata.extract;

/** Numbers of the tags that facts are made of: CIPA DC-008 (Exif 3.0), and Microsoft's XP tags. */
final class ExifNumbers {

  static final int IMAGE_WIDTH = 0x0100;
  static final int IMAGE_HEIGHT = 0x0101;
  static final int IMAGE_DESCRIPTION = 0x010E;
  static final int MAKE = 0x010F;
  static final int MODEL = 0x0110;
  static final int ORIENTATION = 0x0112;
  static final int EMBEDDED_JPEG = 0x002E;
  static final int ARTIST = 0x013B;
  static final int COPYRIGHT = 0x8298;
  static final int ICC_PROFILE = 0x8773;
  static final int XMP = 0x02BC;
  static final int RATING = 0x4746;
  static final int EXPOSURE_TIME = 0x829A;
  static final int F_NUMBER = 0x829D;
  static final int IPTC = 0x83BB;
  static final int PHOTOSHOP = 0x8649;
  static final int ISO = 0x8827;
  static final int RECOMMENDED_EXPOSURE_INDEX = 0x8832;
  static final int ISO_SPEED = 0x8833;
  static final int DATE_TIME_ORIGINAL = 0x9003;
  static final int DATE_TIME_DIGITIZED = 0x9004;
  static final int OFFSET_ORIGINAL = 0x9011;
  static final int OFFSET_DIGITIZED = 0x9012;
  static final int SHUTTER_SPEED_VALUE = 0x9201;
  static final int APERTURE_VALUE = 0x9202;
  static final int FLASH = 0x9209;
  static final int FOCAL_LENGTH = 0x920A;
  static final int MAKER_NOTE = 0x927C;
  static final int SUB_SECONDS_ORIGINAL = 0x9291;
  static final int SUB_SECONDS_DIGITIZED = 0x9292;
  static final int USER_COMMENT = 0x9286;
  static final int COLOUR_SPACE = 0xA001;
  static final int PIXEL_WIDTH = 0xA002;
  static final int PIXEL_HEIGHT = 0xA003;
  static final int XP_AUTHOR = 0x9C9D;
  static final int OFFSET = 0x9010;
  static final int LENS_MAKE = 0xA433;
  static final int LENS_SPECIFICATION = 0xA432;
  static final int XP_TITLE = 0x9C9B;
  static final int XP_COMMENT = 0x9C9C;
  static final int XP_KEYWORDS = 0x9C9E;
  static final int FOCAL_LENGTH_35 = 0xA405;
  static final int LENS_MODEL = 0xA434;

  /** In the GPS directory. */
  static final int GPS_TIME = 0x0007;

  /** In the GPS directory. */
  static final int GPS_DATE = 0x001D;

  /** In the GPS directory. */
  static final int GPS_DIRECTION = 0x0011;

  private ExifNumbers() {}
}
