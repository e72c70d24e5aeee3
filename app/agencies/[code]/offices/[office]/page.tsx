export { default, generateMetadata } from "@/app/agencies/[code]/page";
