package pms.processing.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.kit.strip.Strip;
import pms.processing.http.Numbers;
import pms.processing.image.Bytes;
import pms.processing.image.VersionView;

/** The history of a picture: its owner's and editors' to see; it only grows. */
@Path("/api/images/{id}/versions")
@RunOnVirtualThread
class VersionResource {

  private final History history;
  private final Edits edits;
  private final VersionFiles files;
  private final Caller caller;

  VersionResource(History history, Edits edits, VersionFiles files, Caller caller) {
    this.history = history;
    this.edits = edits;
    this.files = files;
    this.caller = caller;
  }

  /**
   * Newest first.
   *
   * @param compare two numbers, such as {@code 1,3}: those two side by side instead of the list
   */
  @GET
  @RolesAllowed("user")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {VersionPage.class, Comparison.class})))
  public Response list(
      @PathParam("id") UUID id,
      @QueryParam("compare") String compare,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return compare == null ? history.page(id, limit, before, caller) : history.compare(id, compare, caller);
  }

  @GET
  @Path("/{number}")
  @RolesAllowed("user")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.class)))
  public Response get(@PathParam("id") UUID id, @PathParam("number") String number) {
    return history.one(id, number(number), caller);
  }

  @POST
  @Path("/{number}/revert")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @RolesAllowed("user")
  @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VersionView.class)))
  public Response revert(
      @PathParam("id") UUID id,
      @PathParam("number") String number,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(required = false, content = @Content(schema = @Schema(implementation = RevertRequest.class))) byte[] body) {
    String note = EditRequest.note(body);
    return EditResource.created(id, edits.revert(id, number(number), note, new IfMatch(ifMatch), caller));
  }

  /**
   * A version as a file; the bytes of an original can be had in parts.
   *
   * @param strip of an original's bytes, {@code gps}: without the place; {@code all}: without all metadata
   * @param download present, or {@code true}: to be saved instead of shown
   */
  @GET
  @Path("/{number}/file")
  @RolesAllowed("user")
  public Response file(
      @PathParam("id") UUID id,
      @PathParam("number") String number,
      @Parameter(schema = @Schema(enumeration = {"jpeg", "webp", "png"})) @QueryParam("format") String format,
      @Parameter(schema = @Schema(enumeration = {"gps", "all"})) @QueryParam("strip") String strip,
      @QueryParam("download") String download,
      @HeaderParam("Range") String range,
      @HeaderParam("If-Range") String ifRange,
      @Context UriInfo uri,
      Request request) {
    boolean save = uri.getQueryParameters().containsKey("download") && !"false".equals(download);
    var wish = new VersionFiles.Wish(format, strip(strip), save, new Bytes.Wanted(range, ifRange));
    return files.get(id, number(number), wish, caller, request);
  }

  private static Optional<Strip> strip(String strip) {
    return Optional.ofNullable(strip)
        .map(name -> Strip.of(name).orElseThrow(() -> Problem.invalid("strip", "is gps or all")));
  }

  /** Part of the path: what is no number leads nowhere. */
  private static int number(String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Problem.notFound();
    }
    return Numbers.version(number);
  }

  /** @param note why; may be missing, as the whole body may */
  record RevertRequest(String note) {}
}
