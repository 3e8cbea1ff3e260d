/**
 * Albums that follow a query by themselves. Which pictures match is search-service's answer; that they are in the album is a row
 * of ours like that of any other item.
 */
package pms.sharing.smart;
