/** What a caller may find: their own pictures, those in albums they can see, and those granted to them. */
package pms.search.access;
