using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that describes a room is handed on as events that can be verified.</summary>
internal sealed class FED012 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED012);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach ((FederationBody body, Node entries) in StrippedState.Of(visit))
        {
            int stripped = 0;
            Node first = default;
            foreach (Node entry in entries.Elements())
            {
                if (entry.Kind == NodeKind.Map && !StrippedState.IsPdu(entry))
                {
                    first = stripped++ == 0 ? entry : first;
                }
            }

            if (stripped > 0)
            {
                visit.Report(Id, body, first, ("name", StrippedState.NameOf(visit)), ("entries", entries.Count), ("stripped", stripped));
            }
        }
    }
}
