using Conformance.Documents;

namespace Conformance.Profiles.Federation.Rules;

/// <summary>A device stands once in a list.</summary>
internal sealed class FED053 : IFederationRule
{
    /// <inheritdoc />
    public string Id => nameof(FED053);

    /// <inheritdoc />
    public void Check(FederationVisit visit)
    {
        var devices = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node device in visit.Is("user/devices") ? visit.Answer.Map.Get("devices"u8).Elements() : default(Node).Elements())
        {
            Node id = device.Get("device_id"u8);
            if (id.AsString() is { } text && !devices.Add(text))
            {
                visit.Report(Id, visit.Answer, id, ("device", text));
            }
        }
    }
}
