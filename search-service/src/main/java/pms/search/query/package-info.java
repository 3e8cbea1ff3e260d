/** The query language: text in, {@link pms.search.query.Query} out. Pure: no Elasticsearch, no CDI, no clock. */
package pms.search.query;
