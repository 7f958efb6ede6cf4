using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>State that describes a room begins with what made the room.</summary>
internal sealed class FED011 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED011);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        foreach ((FederationBody body, Node entries) in StrippedState.Of(visit))
        {
            bool hasCreate = false;
            foreach (Node entry in entries.Elements())
            {
                hasCreate |= entry.Get("type"u8).TextEquals("m.room.create"u8) && entry.Get("state_key"u8).TextEquals(""u8);
            }

            if (!hasCreate)
            {
                visit.Report(Id, body, entries, ("name", StrippedState.NameOf(visit)), ("entries", entries.Count));
            }
        }
    }
}
