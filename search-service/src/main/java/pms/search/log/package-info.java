/** The topics read again, from their beginning or from where the consumers are, without being one of them. */
package pms.search.log;
