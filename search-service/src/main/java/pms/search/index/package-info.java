/** The Elasticsearch index behind its alias: made, swapped, kept whole. */
package pms.search.index;
