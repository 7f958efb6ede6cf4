namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A rule on several exchanges together. Made anew for each run, since it remembers what it needs of each exchange.</summary>
internal interface IConversationRule
{
    /// <summary>The rule's id.</summary>
    string Id { get; }

    /// <summary>Remembers what it needs of an exchange; they come in order.</summary>
    /// <param name="visit">The exchange, which isn't kept.</param>
    void Take(FederationVisit visit);

    /// <summary>Checks, once all exchanges were taken.</summary>
    /// <param name="visit">What all exchanges tell, and the sink.</param>
    void Check(ConversationVisit visit);
}
