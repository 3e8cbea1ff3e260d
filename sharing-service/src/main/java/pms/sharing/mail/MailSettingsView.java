package pms.sharing.mail;

import java.util.Collection;

/**
 * What somebody wants to be told by mail; in a patch, what is left out stays.
 *
 * @param invitations to albums, and single pictures shared with them
 * @param pictures added to albums of others
 * @param comments on their own albums and pictures
 * @param mentions of their name in comments
 */
record MailSettingsView(Boolean invitations, Boolean pictures, Boolean comments, Boolean mentions) {

  static MailSettingsView without(Collection<String> refused) {
    return new MailSettingsView(
        !refused.contains(MailKind.INVITATIONS.text()),
        !refused.contains(MailKind.PICTURES.text()),
        !refused.contains(MailKind.COMMENTS.text()),
        !refused.contains(MailKind.MENTIONS.text()));
  }

  MailSettingsView with(MailSettingsView patch) {
    return new MailSettingsView(
        either(patch.invitations, invitations),
        either(patch.pictures, pictures),
        either(patch.comments, comments),
        either(patch.mentions, mentions));
  }

  boolean wants(MailKind kind) {
    return switch (kind) {
      case INVITATIONS -> invitations;
      case PICTURES -> pictures;
      case COMMENTS -> comments;
      case MENTIONS -> mentions;
    };
  }

  private static Boolean either(Boolean patch, Boolean before) {
    return patch == null ? before : patch;
  }
}
