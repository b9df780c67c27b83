package threadmill.server.account;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Access;
import threadmill.server.audit.Audit;
import threadmill.server.audit.AuditView;
import threadmill.server.problem.Body;
import threadmill.server.problem.Id;
import threadmill.server.problem.Refuses;
import threadmill.server.problem.RequestRefused;

/// What site administrators do with accounts; each deed stands in the audit log.
@Path("/api/v1/admin")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "administration")
class AdminResource {
  private static final int MOST_LISTED = 100;

  private final Visitors visitors;
  private final Access access;
  private final Accounts accounts;
  private final Appoint appoint;
  private final ResetLink resetLink;
  private final Audit audit;

  AdminResource(
      Visitors visitors,
      Access access,
      Accounts accounts,
      Appoint appoint,
      ResetLink resetLink,
      Audit audit) {
    this.visitors = visitors;
    this.access = access;
    this.accounts = accounts;
    this.appoint = appoint;
    this.resetLink = resetLink;
    this.audit = audit;
  }

  @GET
  @Path("accounts")
  @Transactional
  @Operation(summary = "Finds accounts by login, name or mail address")
  @APIResponse(
      responseCode = "200",
      description = "At most 100, by login",
      content = @Content(schema = @Schema(implementation = AccountView.Page.class)))
  @Refuses({401, 403})
  public AccountView.Page find(
      @QueryParam("text") @DefaultValue("") String text, @Context HttpHeaders headers) {
    access.siteAdmin(visitors.who(headers));
    return new AccountView.Page(
        accounts.search(text, MOST_LISTED).stream().map(AccountView::of).toList());
  }

  @PATCH
  @Path("accounts/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Appoints administrators and who may create courses; closes accounts")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @Refuses({400, 401, 403, 404, 409, 415})
  public AccountView appoint(
      @PathParam("id") String id,
      Appoint.@Nullable Appointment appointment,
      @Context HttpHeaders headers) {
    var who = access.siteAdmin(visitors.who(headers));
    return AccountView.of(
        appoint.appoint(
            who, Id.parse(id).orElseThrow(AdminResource::nobody), Body.required(appointment)));
  }

  @POST
  @Path("accounts/{id}/reset-link")
  @Operation(summary = "Makes a link that sets another password, for its owner alone")
  @APIResponse(
      responseCode = "200",
      description = "The link's path, shown this once",
      content = @Content(schema = @Schema(implementation = ResetLink.Made.class)))
  @Refuses({401, 403, 404})
  public ResetLink.Made resetLink(@PathParam("id") String id, @Context HttpHeaders headers) {
    var who = access.siteAdmin(visitors.who(headers));
    return resetLink.make(who, Id.parse(id).orElseThrow(AdminResource::nobody));
  }

  @GET
  @Path("audit")
  @Operation(summary = "What administrators and staff did to others")
  @APIResponse(
      responseCode = "200",
      description = "The newest 100, newest first",
      content = @Content(schema = @Schema(implementation = AuditView.Page.class)))
  @Refuses({401, 403})
  public AuditView.Page audit(@Context HttpHeaders headers) {
    access.siteAdmin(visitors.who(headers));
    return new AuditView.Page(audit.newest(MOST_LISTED));
  }

  static RequestRefused nobody() {
    return RequestRefused.with(404, "There is no such account.");
  }
}
