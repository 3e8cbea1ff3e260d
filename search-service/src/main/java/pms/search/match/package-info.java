/** Which pictures of an owner kept queries find, for the albums that follow them and for bulk jobs: asked by sharing-service and metadata-service, not by people. */
package pms.search.match;
