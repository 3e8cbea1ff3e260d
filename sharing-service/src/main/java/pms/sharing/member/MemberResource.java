package pms.sharing.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Label;
import pms.sharing.person.Visitor;

@Path("/api/albums/{album}")
@RunOnVirtualThread
class MemberResource {

  private final Visitor visitor;
  private final Roster roster;
  private final Memberships memberships;
  private final Ownership ownership;

  MemberResource(Visitor visitor, Roster roster, Memberships memberships, Ownership ownership) {
    this.visitor = visitor;
    this.roster = roster;
    this.memberships = memberships;
    this.ownership = ownership;
  }

  @GET
  @Path("/members")
  @RolesAllowed("user")
  public Page<MemberView> list(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return roster.list(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Path("/members")
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<MemberView> invite(@PathParam("album") UUID album, MemberRequest body) {
    MemberRequest request = MemberRequest.required(body);
    var invited = memberships.invite(visitor.subjects(), album, request.label(), request.parsedRole());
    return RestResponse.ResponseBuilder.<MemberView>create(invited.fresh() ? 201 : 200).entity(invited.member()).build();
  }

  @PATCH
  @Path("/members/{subject}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public MemberView change(@PathParam("album") UUID album, @PathParam("subject") String subject, RoleRequest body) {
    Label label = Label.parse("subject", subject);
    Role role = RoleRequest.required(body, label);
    return memberships.change(visitor.subjects(), album, label, role);
  }

  /** {@code user:me}, or the own id, leaves under every name; one's own name only under that. */
  @DELETE
  @Path("/members/{subject}")
  @RolesAllowed("user")
  public void remove(@PathParam("album") UUID album, @PathParam("subject") String subject) {
    Label label = Label.parse("subject", subject);
    if (label.isMe() || label.text().equals(Subjects.user(visitor.id()))) {
      memberships.leave(visitor.subjects(), album);
    } else {
      memberships.remove(visitor.subjects(), album, label);
    }
  }

  @POST
  @Path("/owner")
  @Consumes("application/json")
  @RolesAllowed("user")
  public void handOver(@PathParam("album") UUID album, OwnerRequest body) {
    ownership.handOver(visitor.subjects(), album, OwnerRequest.required(body));
  }
}
