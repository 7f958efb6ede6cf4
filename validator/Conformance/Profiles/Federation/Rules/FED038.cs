using Conformance.Findings;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>What a server says of a state in one way, it says in the other.</summary>
internal static class FED038
{
    private const string Id = nameof(FED038);

    /// <summary>Holds answers about states against each other.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="sink">Takes findings.</param>
    public static void Check(IReadOnlyList<StateAnswer> answers, IFindingSink sink)
    {
        foreach (IGrouping<(string Room, string Event, string Server), StateAnswer> same in answers.GroupBy(answer => (answer.Room, answer.Event, answer.Server)))
        {
            if (same.FirstOrDefault(answer => answer.Endpoint == "state") is { } state && same.FirstOrDefault(answer => answer.Endpoint == "state_ids") is { } ids)
            {
                Compare("state", state.State, ids.State, state, ids, sink);
                Compare("auth chain", state.Chain, ids.Chain, state, ids, sink);
            }
        }
    }

    private static void Compare(string part, HashSet<string> events, HashSet<string> listed, StateAnswer state, StateAnswer ids, IFindingSink sink)
    {
        List<string> differing = [.. events.Except(listed).Concat(listed.Except(events)).Order(StringComparer.Ordinal)];
        if (differing.Count == 0)
        {
            return;
        }

        if (!sink.Wants(Id))
        {
            sink.CountOnly(Id);
            return;
        }

        Finding finding = Finding.Of(
            Id,
            ids.Location with { Room = Quoting.Safe(ids.Room) },
            ("part", part),
            ("event", ids.Event),
            ("unlisted", events.Count(id => !listed.Contains(id))),
            ("unsent", listed.Count(id => !events.Contains(id))),
            ("file", state.Location.Member),
            ("example", differing[0]));
        sink.Report(finding with { MemberOrdinal = ids.Ordinal });
    }
}
