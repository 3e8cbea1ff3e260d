package pms.upload.guest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.Problem;

/**
 * The queue of an album, for sharing-service, which knows who manages the album. The gateway does not route it, and every
 * request needs a seal for what it does with which album: there is no user whose token could say it.
 */
@Path("/internal/guest-pictures/{album}")
@RunOnVirtualThread
class GuestPictureResource {

  private static final int MOST = 501;

  private final InternalCalls calls;
  private final GuestPictures pictures;
  private final DroppedBytes dropped;

  GuestPictureResource(InternalCalls calls, GuestPictures pictures, DroppedBytes dropped) {
    this.calls = calls;
    this.pictures = pictures;
    this.dropped = dropped;
  }

  @GET
  @PermitAll
  @Operation(hidden = true)
  public List<GuestPictureView> list(
      @PathParam("album") UUID album,
      @QueryParam("after") UUID after,
      @QueryParam("rows") int rows,
      @HeaderParam(InternalCalls.HEADER) String seal) {
    calls.require(seal, "see guest pictures " + album);
    if (after == null || rows < 1 || rows > MOST) {
      throw Problem.invalid("rows", "must be from 1 to " + MOST + ", and after must be there");
    }
    return pictures.waiting(album, after, rows);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(hidden = true)
  public GuestPictureView get(
      @PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal) {
    calls.require(seal, "see guest pictures " + album);
    return pictures.waiting(album, id);
  }

  @POST
  @Path("/{id}/accept")
  @PermitAll
  @Operation(hidden = true)
  public Accepted accept(
      @PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal) {
    calls.require(seal, "accept guest picture " + album + "/" + id);
    Accepted accepted = pictures.accept(album, id);
    dropped.deleteNow(accepted.owner(), id);
    return accepted;
  }

  @POST
  @Path("/{id}/reject")
  @PermitAll
  @Operation(hidden = true)
  public void reject(
      @PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal) {
    calls.require(seal, "reject guest picture " + album + "/" + id);
    pictures.reject(album, id).ifPresent(owner -> dropped.deleteNow(owner, id));
  }
}
