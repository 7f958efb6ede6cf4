using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>The names of the time before the specification are no longer needed.</summary>
internal sealed class PST010 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST010);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join"))
        {
            return;
        }

        foreach ((string old, string now) in ((string, string)[])[("org.matrix.msc3706.partial_state", "members_omitted"), ("org.matrix.msc3706.servers_in_room", "servers_in_room")])
        {
            Node found = visit.Answer.Map.Get(System.Text.Encoding.UTF8.GetBytes(old));
            if (found.Exists)
            {
                visit.Report(Id, visit.Answer, found, ("name", old), ("now", now), ("both", visit.Answer.Map.Get(System.Text.Encoding.UTF8.GetBytes(now)).Exists ? "stands there too" : "is missing"));
            }
        }
    }
}
