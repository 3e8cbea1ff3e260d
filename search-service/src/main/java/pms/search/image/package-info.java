/** What search knows of one image, folded from the events of every topic, and how it gets into the index. */
package pms.search.image;
