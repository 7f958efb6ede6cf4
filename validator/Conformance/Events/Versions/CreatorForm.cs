namespace Conformance.Events.Versions;

/// <summary>Who founded a room.</summary>
public enum CreatorForm
{
    /// <summary>The user in <c>content.creator</c> of the create event.</summary>
    ContentCreator,

    /// <summary>The sender of the create event.</summary>
    Sender,

    /// <summary>The sender of the create event and the users in its <c>content.additional_creators</c>, above every power level.</summary>
    SenderAndAdditional,
}
