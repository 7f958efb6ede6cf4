using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Additional creators are a list of user IDs.</summary>
internal static class EVT035
{
    private const string Id = nameof(EVT035);

    public static void Check(EventVisit visit)
    {
        if (visit.Version is not { Creators: CreatorForm.SenderAndAdditional })
        {
            return;
        }

        Node creators = visit.Event[EventField.Content].Get("additional_creators"u8);
        Node wrong = creators.Exists && creators.Kind != NodeKind.Array ? creators : FirstWrong(creators);
        if (wrong.Exists && visit.Wants(Id))
        {
            visit.Report(Id, wrong, ("kind", wrong.Kind == NodeKind.Text ? "text that is no user ID" : Kinds.Name(wrong.Kind)));
        }
    }

    private static Node FirstWrong(Node creators)
    {
        foreach (Node creator in creators.Elements())
        {
            if (creator.Kind != NodeKind.Text || UserId.Check(creator.Utf8) != IdentifierFault.None)
            {
                return creator;
            }
        }

        return default;
    }
}
