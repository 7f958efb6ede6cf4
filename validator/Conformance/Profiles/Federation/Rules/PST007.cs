using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A server stands once among those in the room.</summary>
internal sealed class PST007 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(PST007);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        if (!visit.Is("send_join"))
        {
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node server in PartialAnswer.Servers(visit).Elements())
        {
            if (server.AsString() is { } name && !names.Add(name))
            {
                visit.Report(Id, visit.Answer, server, ("server", name));
            }
        }
    }
}
