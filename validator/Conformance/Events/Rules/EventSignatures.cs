using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Goes through the signatures of an event, as far as no key is needed.</summary>
internal static class EventSignatures
{
    public static void Check(EventVisit visit)
    {
        foreach ((_, Node keys) in visit.Event[EventField.Signatures].Members())
        {
            if (keys.Kind != NodeKind.Map)
            {
                EVT040.Report(visit, keys, "an object of key IDs and signatures");
                continue;
            }

            foreach ((Node key, Node signature) in keys.Members())
            {
                if (signature.Kind != NodeKind.Text)
                {
                    EVT040.Report(visit, signature, "text");
                    continue;
                }

                if (key.Kind == NodeKind.Text && KeyId.Check(key.Utf8) != IdentifierFault.None)
                {
                    EVT041.Report(visit, key);
                }
                else if (KeyId.IsEd25519(key.Kind == NodeKind.Text ? key.Utf8 : default))
                {
                    EVT042.Check(visit, signature);
                }
            }
        }
    }
}
