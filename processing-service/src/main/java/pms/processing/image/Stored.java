package pms.processing.image;

import pms.contracts.Rendition;

/**
 * A rendition that is in the store.
 *
 * @param checksum of its bytes, SHA-256 in hexadecimal
 */
record Stored(Rendition rendition, String checksum) {}
