namespace Conformance.Rooms.Authorisation;

/// <summary>
/// The rules and sub-rules of all room versions that can decide about an event (Matrix specification, Room versions,
/// Authorisation rules), and the reasons for which none can.
/// </summary>
internal enum AuthRule : byte
{
    /// <summary>No rule was applied.</summary>
    None,

    /// <summary>A create event follows another event.</summary>
    CreateHasPrevEvents,

    /// <summary>The server in the room ID is not that of the sender.</summary>
    CreateRoomIdServer,

    /// <summary>A create event has a room ID.</summary>
    CreateHasRoomId,

    /// <summary>A create event names a room version that is not known.</summary>
    CreateUnknownVersion,

    /// <summary>A create event names no creator.</summary>
    CreateNoCreator,

    /// <summary>The additional creators are no list of user IDs.</summary>
    CreateAdditionalCreators,

    /// <summary>A create event with nothing against it.</summary>
    CreateAllowed,

    /// <summary>The room ID is not that of an accepted create event.</summary>
    RoomIdNotCreate,

    /// <summary>Two auth events have the same type and state key.</summary>
    AuthEventsDuplicate,

    /// <summary>An auth event is of a kind that this event does not need.</summary>
    AuthEventsNotSelected,

    /// <summary>An auth event was itself rejected.</summary>
    AuthEventsRejected,

    /// <summary>The create event is not among the auth events.</summary>
    AuthEventsNoCreate,

    /// <summary>An auth event belongs to another room.</summary>
    AuthEventsOtherRoom,

    /// <summary>Undetermined: an auth event is not here.</summary>
    AuthEventsMissing,

    /// <summary>Undetermined: an auth event could not be judged.</summary>
    AuthEventsUndetermined,

    /// <summary>Undetermined: the create event is not here.</summary>
    RoomCreateMissing,

    /// <summary>Undetermined: the event stands in a circle of references or behind one.</summary>
    EventCircular,

    /// <summary>Undetermined: the event lacks what rules need, or names too many events.</summary>
    EventUnreadable,

    /// <summary>Undetermined: the state before the event is not known.</summary>
    StateUnknown,

    /// <summary>The room does not federate and the sender is of another server.</summary>
    FederateOtherServer,

    /// <summary>An aliases event has no state key.</summary>
    AliasesNoStateKey,

    /// <summary>The state key is not the sender's server.</summary>
    AliasesOtherServer,

    /// <summary>An aliases event of the server itself.</summary>
    AliasesAllowed,

    /// <summary>No state key or no membership.</summary>
    MemberIncomplete,

    /// <summary>The server that authorised the join has not signed.</summary>
    MemberAuthorisingSignature,

    /// <summary>The creator joins right after the create event.</summary>
    JoinFirst,

    /// <summary>A user joins for another.</summary>
    JoinSenderNotTarget,

    /// <summary>A banned user joins.</summary>
    JoinBanned,

    /// <summary>An invited or joined user joins.</summary>
    JoinInvited,

    /// <summary>An invited or joined user joins a restricted room.</summary>
    JoinRestrictedMember,

    /// <summary>The user who authorised the join is not joined, may not invite, or is not named.</summary>
    JoinAuthoriser,

    /// <summary>A join that a member authorised.</summary>
    JoinAuthorised,

    /// <summary>A join of a public room.</summary>
    JoinPublic,

    /// <summary>A user who is not invited joins a room that asks for it.</summary>
    JoinNotInvited,

    /// <summary>The join rule lets nobody join.</summary>
    JoinRuleUnknown,

    /// <summary>The invited user is banned.</summary>
    InviteThirdPartyBanned,

    /// <summary>The proof of the address is missing.</summary>
    InviteThirdPartyNoSigned,

    /// <summary>The proof lacks the user or the token.</summary>
    InviteThirdPartyIncomplete,

    /// <summary>The proof is for another user.</summary>
    InviteThirdPartyOtherUser,

    /// <summary>There is no invitation with that token.</summary>
    InviteThirdPartyUnknownToken,

    /// <summary>The sender is not the one who invited the address.</summary>
    InviteThirdPartyOtherSender,

    /// <summary>A signature fits a key of the invitation.</summary>
    InviteThirdPartySigned,

    /// <summary>No signature fits a key of the invitation.</summary>
    InviteThirdPartyNotSigned,

    /// <summary>Undetermined: signatures cannot be verified.</summary>
    InviteThirdPartyUnverified,

    /// <summary>The inviting user is not joined.</summary>
    InviteSenderNotJoined,

    /// <summary>The invited user is joined or banned.</summary>
    InviteTargetMember,

    /// <summary>An invite by a user who may.</summary>
    InviteAllowed,

    /// <summary>The inviting user lacks the power to invite.</summary>
    InviteLevel,

    /// <summary>A user leaves.</summary>
    LeaveOwn,

    /// <summary>A user leaves who is neither joined nor invited, nor has knocked.</summary>
    LeaveNotMember,

    /// <summary>The removing user is not joined.</summary>
    LeaveSenderNotJoined,

    /// <summary>The user lacks the power to lift a ban.</summary>
    LeaveUnbanLevel,

    /// <summary>A removal by a user who may.</summary>
    LeaveKick,

    /// <summary>The user lacks the power to remove others.</summary>
    LeaveKickLevel,

    /// <summary>The removed user has as much power as the sender or more.</summary>
    LeaveTargetLevel,

    /// <summary>The banning user is not joined.</summary>
    BanSenderNotJoined,

    /// <summary>A ban by a user who may.</summary>
    BanAllowed,

    /// <summary>The user lacks the power to ban.</summary>
    BanLevel,

    /// <summary>The banned user has as much power as the sender or more.</summary>
    BanTargetLevel,

    /// <summary>The join rule does not allow knocking.</summary>
    KnockJoinRule,

    /// <summary>A user knocks for another.</summary>
    KnockSenderNotTarget,

    /// <summary>A knock of a user who is outside.</summary>
    KnockAllowed,

    /// <summary>A user knocks who is banned, invited or joined.</summary>
    KnockMember,

    /// <summary>The membership is not known in this room version.</summary>
    MemberUnknown,

    /// <summary>The sender is not joined.</summary>
    SenderNotJoined,

    /// <summary>An invitation of an address by a user who may invite.</summary>
    ThirdPartyInviteAllowed,

    /// <summary>The user lacks the power to invite.</summary>
    ThirdPartyInviteLevel,

    /// <summary>The sender lacks the power that this type of event needs.</summary>
    EventLevel,

    /// <summary>The state key is the ID of another user.</summary>
    EventOtherUsersKey,

    /// <summary>A level is a number outside of binary64.</summary>
    LevelsOutOfRange,

    /// <summary>A level is no integer.</summary>
    LevelsNotInteger,

    /// <summary>Levels of events or notifications are no object of integers.</summary>
    LevelsMapNotIntegers,

    /// <summary>The levels of users are no object of user IDs and integers.</summary>
    LevelsUsers,

    /// <summary>A creator is among the users.</summary>
    LevelsCreator,

    /// <summary>The first power levels of the room.</summary>
    LevelsFirst,

    /// <summary>A level above that of the sender is changed.</summary>
    LevelsCurrent,

    /// <summary>A level is set above that of the sender.</summary>
    LevelsNew,

    /// <summary>The level of an event or notification above that of the sender is changed.</summary>
    LevelsEventCurrent,

    /// <summary>The level of an event or notification is set above that of the sender.</summary>
    LevelsEventNew,

    /// <summary>The level of another user with as much power or more is changed.</summary>
    LevelsUserCurrent,

    /// <summary>The level of a user is set above that of the sender.</summary>
    LevelsUserNew,

    /// <summary>Power levels that the sender may set.</summary>
    LevelsAllowed,

    /// <summary>A redaction by a user who may.</summary>
    RedactionLevel,

    /// <summary>A redaction of an event of the same server.</summary>
    RedactionSameServer,

    /// <summary>The sender may not redact the event.</summary>
    RedactionRefused,

    /// <summary>No rule is against the event.</summary>
    Allowed,
}
