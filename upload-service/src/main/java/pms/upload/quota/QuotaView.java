package pms.upload.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What an owner uses, and what an operator allowed.
 *
 * @param bytes allowed by an operator; absent when the token or the default counts
 * @param setBy id of that operator
 * @param used bytes, the trash included
 * @param images number of pictures, those in the trash included
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuotaView(String owner, Long bytes, String setBy, Instant setAt, long used, long images) {}
