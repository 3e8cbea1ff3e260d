package pms.sharing.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.sharing.watermark.WatermarkText;

/** The body of a link in the description of the API; {@link LinkFields} reads it. */
@Schema(name = "LinkRequest", description = "either album or image, and only when the link is made")
record LinkRequest(
    UUID album,
    UUID image,
    @Schema(minLength = 1, maxLength = 200) String password,
    Instant expiresAt,
    @Schema(minimum = "1") Long viewLimit,
    Boolean allowDownload,
    @Schema(description = "title, tags, time, place and camera; with allowDownload also the original file") Boolean showMetadata,
    @Schema(description = "guests may comment under a name of their choice") Boolean allowComments,
    @Schema(description = "guests may send pictures to the album; each waits until it is accepted") Boolean allowUpload,
    @Schema(minLength = 1, maxLength = WatermarkText.LONGEST, description = "written into every picture that leaves; then the original does not")
        String watermark,
    @Schema(pattern = LinkAddress.SLUG, maxLength = LinkFields.LONGEST_SLUG) String slug,
    @Schema(description = "pages that may embed it, such as https://www.example.org") List<String> embedOrigins) {}
