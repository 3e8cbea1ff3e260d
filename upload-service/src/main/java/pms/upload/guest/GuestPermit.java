package pms.upload.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * That pictures may come in through a link, as sharing-service says.
 *
 * @param owner whose they become
 * @param quota what the owner's token said of their quota; null when nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GuestPermit(UUID link, UUID album, String owner, String quota) {}
