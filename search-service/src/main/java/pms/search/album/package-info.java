/** Who may see which album: a small projection of topic album-changed, by which others' pictures are found. */
package pms.search.album;
