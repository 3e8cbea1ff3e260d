package pms.upload.quota;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * What an operator allows.
 *
 * @param bytes as a decimal, so that a fraction or a number beyond all disks is refused instead of cut
 */
record QuotaRequest(
    @NotNull(message = "must be given")
        @DecimalMin(value = "0", message = "must not be negative")
        @Digits(integer = 18, fraction = 0, message = "must be a whole number of bytes")
        BigDecimal bytes) {}
