/** GET /api/search: a query and who asks, in; pictures, a total and facets, out. */
package pms.search.find;
