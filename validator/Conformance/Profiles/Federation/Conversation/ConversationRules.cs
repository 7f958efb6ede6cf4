using System.Collections.Immutable;
using Conformance.Findings;

namespace Conformance.Profiles.Federation.Conversation;

/// <summary>The rules on several exchanges together, for one run.</summary>
internal sealed class ConversationRules
{
    private readonly ConversationEvents _events;
    private readonly List<StateAnswer> _states = [];
    private readonly FederationOptions _options;

    /// <summary>The rules of a run that begins.</summary>
    /// <param name="options">How it checks.</param>
    public ConversationRules(FederationOptions options)
    {
        _options = options;
        _events = new ConversationEvents(options.Limits.Events);
    }

    /// <summary>All rules, in the order in which their findings are reported.</summary>
    public ImmutableArray<IConversationRule> All { get; } =
    [
        new FED038(), new FED069(), new FED070(), new FED074(), new FED095(), new FED096(), new FED097(), new FED098(), new FED099(), new FED100(), new FED101(), new FED102(),
    ];

    /// <summary>Takes an exchange; they come in order.</summary>
    public void Take(FederationVisit visit)
    {
        _events.Take(visit);
        if (StateAnswer.Of(visit) is { } state)
        {
            _states.Add(state);
        }

        foreach (IConversationRule rule in All)
        {
            rule.Take(visit);
        }
    }

    /// <summary>Checks, once all exchanges were taken.</summary>
    public void Conclude(IFindingSink sink)
    {
        if (_events.IsCut)
        {
            sink.ReportNotChecked(new NotChecked(
                "how answers agree on some events", "There are more events than are remembered; --limit events=… raises the limit.", Location.Input, Decisive: false));
        }

        var visit = new ConversationVisit(_options, _events, _states, sink);
        foreach (IConversationRule rule in All)
        {
            rule.Check(visit);
        }
    }
}
