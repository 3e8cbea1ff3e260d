/**
 * Runs inside Elasticsearch, not in our programs. The archive we start lacks the official distribution's analysis module; these
 * parts carry the same names and take the same settings, so one set of index settings works on both.
 */
package pms.platform.analysis;
