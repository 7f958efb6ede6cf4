using System.Collections.Immutable;
using System.Text;
using Conformance.Findings;

namespace Conformance.Policy;

/// <summary>
/// Fills the arguments into the messages of the catalogue. <c>{bytes} [byte follows|bytes follow]</c> has the words for one
/// and for any other number; the number is the name before the choice or, when there is none before it, the one after it.
/// </summary>
internal static class MessageText
{
    /// <summary>The message with the words for several wherever it has a choice: what to show where there are no arguments.</summary>
    public static string Template(string message) => Choose(message, isOne: static _ => false);

    /// <summary>The message with each <c>{name}</c> replaced by the argument of that name. A name without argument, and any
    /// other use of braces, stays as it is; braces in values mean nothing.</summary>
    public static string Fill(string message, ImmutableArray<Argument> arguments)
    {
        if (!message.Contains('{', StringComparison.Ordinal))
        {
            return message;
        }

        message = Choose(message, name => arguments.Any(argument => argument.Name == name && argument.Value == "1"));
        var text = new StringBuilder(message.Length + 64);
        int at = 0;
        foreach ((int start, int length) in Names(message))
        {
            string name = message.Substring(start + 1, length - 2);
            Argument argument = arguments.FirstOrDefault(candidate => candidate.Name == name);
            text.Append(message, at, start - at).Append(argument.Name is null ? message.Substring(start, length) : argument.Value);
            at = start + length;
        }

        return text.Append(message, at, message.Length - at).ToString();
    }

    /// <summary>Puts one of its two words in the place of each choice.</summary>
    private static string Choose(string message, Func<string, bool> isOne)
    {
        int open = message.IndexOf('[', StringComparison.Ordinal);
        while (open >= 0)
        {
            int close = message.IndexOf(']', open);
            int bar = close < 0 ? -1 : message.IndexOf('|', open, close - open);
            if (bar < 0)
            {
                open = message.IndexOf('[', open + 1);
                continue;
            }

            string word = isOne(NumberOf(message, open)) ? message[(open + 1)..bar] : message[(bar + 1)..close];
            message = string.Concat(message.AsSpan(0, open), word, message.AsSpan(close + 1));
            open = message.IndexOf('[', open + word.Length);
        }

        return message;
    }

    /// <summary>The name of the argument that a choice depends on.</summary>
    private static string NumberOf(string message, int choice)
    {
        string number = "";
        foreach ((int start, int length) in Names(message))
        {
            if (start > choice && number.Length > 0)
            {
                break;
            }

            number = message.Substring(start + 1, length - 2);
            if (start > choice)
            {
                break;
            }
        }

        return number;
    }

    /// <summary>The places of names between braces in a message: a letter, then letters and digits.</summary>
    public static IEnumerable<(int Start, int Length)> Names(string message)
    {
        for (int start = message.IndexOf('{', StringComparison.Ordinal); start >= 0; start = message.IndexOf('{', start + 1))
        {
            int end = start + 1;
            while (end < message.Length && char.IsAsciiLetterOrDigit(message[end]))
            {
                end++;
            }

            if (end < message.Length && message[end] == '}' && char.IsAsciiLetter(message[start + 1]))
            {
                yield return (start, end + 1 - start);
            }
        }
    }
}
