/** GET /api/search/suggest: what a word that is being typed may become. */
package pms.search.suggest;
