/** The index made anew from the log, while everybody goes on searching the old one. */
package pms.search.rebuild;
