/** GET /api/albums/{id}/timeline: how many pictures of an album each month has. */
package pms.search.timeline;
