/** Which pictures of an owner kept queries find, for the albums that follow them: asked by sharing-service, not by people. */
package pms.search.match;
