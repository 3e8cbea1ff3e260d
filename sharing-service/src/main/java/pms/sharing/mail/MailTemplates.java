package pms.sharing.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** One mail twice: as plain text, and as HTML in which Qute escapes every value. */
@CheckedTemplate(basePath = "mail")
class MailTemplates {

  static native TemplateInstance text(List<MailText.Line> lines, int more, String home);

  static native TemplateInstance page(List<MailText.Line> lines, int more, String home);

  private MailTemplates() {}
}
