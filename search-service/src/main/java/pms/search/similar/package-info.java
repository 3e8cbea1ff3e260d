/** GET /api/search/similar and /like: pictures that look alike, and pictures that are spoken of alike. */
package pms.search.similar;
