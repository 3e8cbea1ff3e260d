package pms.sharing.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;

/**
 * A picture that waits, as upload-service tells it.
 *
 * @param owner whose it becomes
 * @param guest what its sender called themselves; null when nothing
 * @param objectKey where its bytes lie
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WaitingPicture(
    UUID id,
    String owner,
    UUID link,
    String guest,
    String fileName,
    String type,
    long bytes,
    Integer width,
    Integer height,
    Instant receivedAt,
    String objectKey) {}
