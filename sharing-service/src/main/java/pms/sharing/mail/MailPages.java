package pms.sharing.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages for those who were written to. */
@CheckedTemplate(basePath = "mail")
class MailPages {

  static native TemplateInstance stop(String nonce, boolean done);

  private MailPages() {}
}
