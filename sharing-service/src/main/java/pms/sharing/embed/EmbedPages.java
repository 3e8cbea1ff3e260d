package pms.sharing.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import pms.sharing.publicpage.PageGallery;

/** The page in a frame; Qute escapes every value. */
@CheckedTemplate(basePath = "embed")
class EmbedPages {

  static native TemplateInstance frame(String nonce, String title, String page, PageGallery gallery);

  static native TemplateInstance missing(String nonce);

  private EmbedPages() {}
}
