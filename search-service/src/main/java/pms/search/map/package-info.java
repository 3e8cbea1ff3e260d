/** GET /api/map: pictures on a map, gathered to clusters by the index. */
package pms.search.map;
