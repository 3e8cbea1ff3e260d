package pms.sharing.publicpage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages for people; Qute escapes every value. */
@CheckedTemplate(basePath = "publicpage")
class PublicPages {

  static native TemplateInstance gallery(
      PageHead head, PageGallery gallery, PageFolder folder, PageUpload upload, PageTalk talk);

  static native TemplateInstance locked(PageHead head, String complaint);

  static native TemplateInstance missing(String nonce);

  private PublicPages() {}
}
