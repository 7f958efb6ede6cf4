using Conformance.Findings;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>A conversation on its way through the rules.</summary>
/// <param name="options">How it is checked.</param>
/// <param name="events">The events of all answers.</param>
/// <param name="states">The states that answers tell, in order.</param>
/// <param name="sink">Takes findings.</param>
internal sealed class ConversationVisit(FederationOptions options, ConversationEvents events, IReadOnlyList<StateAnswer> states, IFindingSink sink)
{
    /// <summary>How it is checked.</summary>
    public FederationOptions Options => options;

    /// <summary>The events of all answers.</summary>
    public ConversationEvents Events => events;

    /// <summary>The states that answers tell, in order.</summary>
    public IReadOnlyList<StateAnswer> States => states;

    /// <summary>Reports at a place of one of the exchanges.</summary>
    public void Report(string rule, ExchangePlace place, params ReadOnlySpan<Argument> arguments)
    {
        if (sink.Wants(rule))
        {
            sink.Report(Finding.Of(rule, place.Location, arguments) with { MemberOrdinal = place.Ordinal });
        }
        else
        {
            sink.CountOnly(rule);
        }
    }
}
